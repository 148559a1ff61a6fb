// The plain way, for comparison: a Socket.IO server with nothing around it.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
new Server(http, { addTrailingSlash: false, transports: ['websocket'], serveClient: false });
process.on('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1', () => process.send?.(http.address()?.port));
