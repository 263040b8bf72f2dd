// Shows the interface's own description; what is tried out goes to this server, with the header its changes need.
window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers['x-redress'] = '1';
    return request;
  },
});
