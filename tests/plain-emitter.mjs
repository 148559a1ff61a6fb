// The plain way, for comparison: a Socket.IO server that emits what it is told and remembers nothing.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http);
process.on('message', (number) => {
  io.emit('announcement', number);
  process.send?.('emitted');
});
process.on('disconnect', () => process.exit(0));
http.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('listening'));
