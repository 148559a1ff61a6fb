-- What waits to be sent, each channel by itself: thousands of mails are no reason for a push to look long.
DROP INDEX "notification_delivery_due_idx";
CREATE INDEX "notification_delivery_due_idx" ON "notification_delivery" ("channel", "next_try_at") WHERE "next_try_at" IS NOT NULL;
