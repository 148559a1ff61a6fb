-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "cause" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "notification_recipient" ADD COLUMN     "chosen_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "shown_event_id" UUID,
ADD COLUMN     "waits_until" TIMESTAMPTZ(3);

-- What is due to be released, and what a reader was not shown.
DROP INDEX "notification_recipient_held_idx";
CREATE INDEX "notification_recipient_waiting_idx" ON "notification_recipient" ("waits_until", "user_id") WHERE "waits_until" IS NOT NULL;
CREATE INDEX "notification_recipient_withheld_idx" ON "notification_recipient" ("user_id", "created_at" DESC, "notification_id" DESC) WHERE "held_until" IS NOT NULL;
CREATE INDEX "notification_recipient_shown_idx" ON "notification_recipient" ("shown_event_id") WHERE "shown_event_id" IS NOT NULL;
CREATE INDEX "notification_recipient_brief_idx" ON "notification_recipient" ("brief_id") WHERE "brief_id" IS NOT NULL;

-- When a stretch of quiet or a pause is over.
CREATE INDEX "notification_setting_paused_idx" ON "notification_setting" ("paused_until") WHERE "paused_until" IS NOT NULL;
