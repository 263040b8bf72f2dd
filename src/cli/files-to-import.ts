import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WrongUsage } from './command.ts';

/** Every .xml and .csv file the paths name, folders searched to the bottom, in order of name. */
export async function filesToImport(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => {
      throw new WrongUsage(`${path} is not there.`);
    });
    if (!found.isDirectory()) {
      files.push(path);
      continue;
    }
    const inside = await readdir(path, { recursive: true, withFileTypes: true });
    files.push(
      ...inside
        .filter((entry) => entry.isFile() && /\.(xml|csv)$/i.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort(),
    );
  }
  return files;
}
