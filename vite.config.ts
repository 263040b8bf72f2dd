import { join } from 'node:path';
import { defineConfig } from 'vite';

const at = (path: string) => join(import.meta.dirname, path);
const site = at('src/workspace/site');

// Two builds: the pages of this service, and the widget, which other sites load and which shares no file with them.
export default defineConfig({
  root: site,
  publicDir: false,
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  environments: {
    client: {
      build: {
        outDir: at('dist'),
        emptyOutDir: true,
        assetsDir: 'workspace/assets',
        rolldownOptions: {
          input: {
            workspace: join(site, 'workspace/index.html'),
            customer: join(site, 'pages/customer.html'),
            mailbox: join(site, 'pages/mailbox.html'),
          },
        },
      },
    },
    widget: {
      consumer: 'client',
      build: {
        outDir: at('dist/widget'),
        emptyOutDir: true,
        lib: { entry: at('src/widget/v1.ts'), formats: ['es'], fileName: () => 'v1.js' },
        rolldownOptions: {
          output: { minify: true, entryFileNames: 'v1.js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['client', 'widget']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});
