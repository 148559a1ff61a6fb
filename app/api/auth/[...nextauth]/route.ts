import { answerAuth } from '../answer-auth';

export { answerAuth as GET, answerAuth as POST };
