// The plain way, for comparison: a Socket.IO server with nothing around it. A request to it is told to all sockets: its body
// says what, as `[name, payload]`.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const [name, payload] =
    body === '' ? ['timetable:changed', { course_ids: [], entry_id: null }] : JSON.parse(body);
  io.emit(name, payload);
  response.end();
});
const io = new Server(http, { addTrailingSlash: false, transports: ['websocket'], serveClient: false });
process.on('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1', () => process.send?.(http.address()?.port));
