-- CreateIndex
CREATE INDEX "conversation_last_sent_at_idx" ON "conversation"("last_sent_at");
