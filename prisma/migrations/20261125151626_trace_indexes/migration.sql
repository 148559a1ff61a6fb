-- CreateIndex
CREATE INDEX "outbox_event_correlation_id_idx" ON "outbox_event"("correlation_id");

-- CreateIndex
CREATE INDEX "notification_correlation_id_idx" ON "notification"("correlation_id");

-- CreateIndex
CREATE INDEX "notification_recipient_delivered_at_idx" ON "notification_recipient" USING BRIN ("delivered_at");
