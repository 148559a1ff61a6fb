-- CreateEnum
CREATE TYPE "conversation_type" AS ENUM ('direct', 'group', 'course');

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('open', 'resolved', 'dismissed');

-- CreateEnum
CREATE TYPE "notification_channel" AS ENUM ('in_app', 'email', 'sms', 'push');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('queued', 'sent', 'delivered', 'failed');

-- CreateEnum
CREATE TYPE "notification_mode" AS ENUM ('on', 'off', 'digest');

-- CreateEnum
CREATE TYPE "command_status" AS ENUM ('scheduled', 'queued', 'cancelled', 'refused', 'expired');

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "category" TEXT NOT NULL DEFAULT 'other',
ADD COLUMN     "command_id" TEXT,
ADD COLUMN     "course_id" UUID,
ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "group_key" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "notification_recipient" ADD COLUMN     "brief_id" UUID,
ADD COLUMN     "decision" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "digest_channels" "notification_channel"[] DEFAULT ARRAY[]::"notification_channel"[],
ADD COLUMN     "held_channels" "notification_channel"[] DEFAULT ARRAY[]::"notification_channel"[],
ADD COLUMN     "held_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "phone" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "type" "conversation_type" NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "course_id" UUID,
    "direct_key" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_staff_only" BOOLEAN NOT NULL DEFAULT false,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "last_sent_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_member" (
    "conversation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "is_owner" BOOLEAN NOT NULL DEFAULT false,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "joined_seq" INTEGER NOT NULL DEFAULT 0,
    "left_at" TIMESTAMPTZ(3),
    "read_seq" INTEGER NOT NULL DEFAULT 0,
    "read_at" TIMESTAMPTZ(3),
    "told_seq" INTEGER NOT NULL DEFAULT 0,
    "muted_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_member_pkey" PRIMARY KEY ("conversation_id","user_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "sender_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "type" TEXT NOT NULL DEFAULT 'text',
    "text" TEXT NOT NULL,
    "reply_to_id" UUID,
    "mentioned_ids" UUID[],
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_edit" (
    "message_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_edit_pkey" PRIMARY KEY ("message_id","revision")
);

-- CreateTable
CREATE TABLE "message_hidden" (
    "message_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "message_hidden_pkey" PRIMARY KEY ("message_id","user_id")
);

-- CreateTable
CREATE TABLE "message_file" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "message_id" UUID,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messaging_setting" (
    "user_id" UUID NOT NULL,
    "receipts" BOOLEAN NOT NULL DEFAULT true,
    "typing" BOOLEAN NOT NULL DEFAULT true,
    "presence" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "messaging_setting_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "content_report" (
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "course_id" UUID,
    "excerpt" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "report_status" NOT NULL DEFAULT 'open',
    "resolution" TEXT NOT NULL DEFAULT '',
    "resolved_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "content_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forum_post" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "tags" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "active_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reply_count" INTEGER NOT NULL DEFAULT 0,
    "pinned_at" TIMESTAMPTZ(3),
    "locked_at" TIMESTAMPTZ(3),
    "accepted_id" UUID,
    "deleted_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "forum_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forum_reply" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "parent_id" UUID,
    "author_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "forum_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forum_reader" (
    "post_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "read_seq" INTEGER NOT NULL DEFAULT 0,
    "read_at" TIMESTAMPTZ(3),
    "level" TEXT,

    CONSTRAINT "forum_reader_pkey" PRIMARY KEY ("post_id","user_id")
);

-- CreateTable
CREATE TABLE "forum_follower" (
    "course_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "level" TEXT NOT NULL,

    CONSTRAINT "forum_follower_pkey" PRIMARY KEY ("course_id","user_id")
);

-- CreateTable
CREATE TABLE "notification_delivery" (
    "id" UUID NOT NULL,
    "notification_id" UUID NOT NULL,
    "user_id" UUID,
    "channel" "notification_channel" NOT NULL,
    "status" "delivery_status" NOT NULL DEFAULT 'queued',
    "address" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "notification_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_channel_state" (
    "channel" "notification_channel" NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "notification_channel_state_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "push_subscription" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_success_at" TIMESTAMPTZ(3),

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_setting" (
    "user_id" UUID NOT NULL,
    "preset" TEXT NOT NULL DEFAULT 'important',
    "quiet_hours" JSONB NOT NULL DEFAULT '[]',
    "quiet_since" TIMESTAMPTZ(3),
    "quiet_until" TIMESTAMPTZ(3),
    "paused_until" TIMESTAMPTZ(3),
    "digest_frequency" TEXT NOT NULL DEFAULT 'daily',
    "digest_weekday" INTEGER NOT NULL DEFAULT 1,
    "digest_time" TEXT NOT NULL DEFAULT '18:00',
    "digest_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "notification_setting_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "user_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "in_app" "notification_mode",
    "email" "notification_mode",
    "sms" "notification_mode",
    "push" "notification_mode",

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("user_id","category")
);

-- CreateTable
CREATE TABLE "notification_course_setting" (
    "user_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "muted_until" TIMESTAMPTZ(3),

    CONSTRAINT "notification_course_setting_pkey" PRIMARY KEY ("user_id","course_id")
);

-- CreateTable
CREATE TABLE "notification_rule" (
    "category" TEXT NOT NULL,
    "mandatory" "notification_channel"[],
    "updated_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_rule_pkey" PRIMARY KEY ("category")
);

-- CreateTable
CREATE TABLE "notification_template" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),
    "updated_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_command" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "status" "command_status" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "service" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "payload" JSONB NOT NULL,
    "recipients" INTEGER NOT NULL DEFAULT 0,
    "requested_by" UUID,
    "correlation_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "scheduled_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_command_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "conversation_direct_key_key" ON "conversation"("direct_key");

-- CreateIndex
CREATE INDEX "conversation_course_id_idx" ON "conversation"("course_id");

-- CreateIndex
CREATE INDEX "conversation_member_user_id_idx" ON "conversation_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_conversation_id_seq_key" ON "message"("conversation_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "message_sender_id_client_id_key" ON "message"("sender_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_file_message_id_key" ON "message_file"("message_id");

-- CreateIndex
CREATE INDEX "message_file_created_at_idx" ON "message_file"("created_at");

-- CreateIndex
CREATE INDEX "content_report_status_created_at_idx" ON "content_report"("status", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "content_report_subject_id_reporter_id_key" ON "content_report"("subject_id", "reporter_id");

-- CreateIndex
CREATE INDEX "forum_post_course_id_pinned_at_active_at_idx" ON "forum_post"("course_id", "pinned_at", "active_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "forum_reply_post_id_seq_key" ON "forum_reply"("post_id", "seq");

-- CreateIndex
CREATE INDEX "forum_reader_user_id_idx" ON "forum_reader"("user_id");

-- CreateIndex
CREATE INDEX "forum_follower_user_id_idx" ON "forum_follower"("user_id");

-- CreateIndex
CREATE INDEX "notification_delivery_user_id_queued_at_idx" ON "notification_delivery"("user_id", "queued_at" DESC);

-- CreateIndex
CREATE INDEX "notification_delivery_channel_status_queued_at_idx" ON "notification_delivery"("channel", "status", "queued_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notification_delivery_notification_id_channel_user_id_addre_key" ON "notification_delivery"("notification_id", "channel", "user_id", "address");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_endpoint_key" ON "push_subscription"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscription_user_id_idx" ON "push_subscription"("user_id");

-- CreateIndex
CREATE INDEX "notification_setting_quiet_until_idx" ON "notification_setting"("quiet_until");

-- CreateIndex
CREATE INDEX "notification_setting_digest_at_idx" ON "notification_setting"("digest_at");

-- CreateIndex
CREATE INDEX "notification_course_setting_course_id_idx" ON "notification_course_setting"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_template_key_locale_key" ON "notification_template"("key", "locale");

-- CreateIndex
CREATE INDEX "notification_command_created_at_id_idx" ON "notification_command"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "notification_command_status_scheduled_at_idx" ON "notification_command"("status", "scheduled_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_command_id_key" ON "notification"("command_id");

-- CreateIndex
CREATE INDEX "notification_group_key_created_at_idx" ON "notification"("group_key", "created_at");

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_member" ADD CONSTRAINT "conversation_member_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_member" ADD CONSTRAINT "conversation_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_edit" ADD CONSTRAINT "message_edit_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_hidden" ADD CONSTRAINT "message_hidden_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_hidden" ADD CONSTRAINT "message_hidden_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_file" ADD CONSTRAINT "message_file_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_file" ADD CONSTRAINT "message_file_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_file" ADD CONSTRAINT "message_file_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messaging_setting" ADD CONSTRAINT "messaging_setting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_report" ADD CONSTRAINT "content_report_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_report" ADD CONSTRAINT "content_report_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_report" ADD CONSTRAINT "content_report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_post" ADD CONSTRAINT "forum_post_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_post" ADD CONSTRAINT "forum_post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_reply" ADD CONSTRAINT "forum_reply_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "forum_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_reply" ADD CONSTRAINT "forum_reply_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "forum_reply"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_reply" ADD CONSTRAINT "forum_reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_reader" ADD CONSTRAINT "forum_reader_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "forum_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_reader" ADD CONSTRAINT "forum_reader_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_follower" ADD CONSTRAINT "forum_follower_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_follower" ADD CONSTRAINT "forum_follower_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_delivery" ADD CONSTRAINT "notification_delivery_notification_id_fkey" FOREIGN KEY ("notification_id") REFERENCES "notification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_delivery" ADD CONSTRAINT "notification_delivery_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_course_setting" ADD CONSTRAINT "notification_course_setting_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_course_setting" ADD CONSTRAINT "notification_course_setting_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_command" ADD CONSTRAINT "notification_command_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- The inbox counts what is shown.
DROP INDEX "notification_recipient_unread_idx";
CREATE INDEX "notification_recipient_unread_idx" ON "notification_recipient" ("user_id", "created_at" DESC, "notification_id" DESC) WHERE "read_at" IS NULL AND "archived_at" IS NULL AND "held_until" IS NULL;

-- What is held, by when it is due.
CREATE INDEX "notification_recipient_held_idx" ON "notification_recipient" ("held_until", "user_id") WHERE "held_until" IS NOT NULL;

-- What waits for somebody's brief or digest.
CREATE INDEX "notification_recipient_gathered_idx" ON "notification_recipient" ("user_id") WHERE "held_channels" <> '{}' OR "digest_channels" <> '{}';

-- What waits to be sent.
CREATE INDEX "notification_delivery_due_idx" ON "notification_delivery" ("next_try_at") WHERE "next_try_at" IS NOT NULL;

-- One delivery for each way to each recipient, known or not.
DROP INDEX "notification_delivery_notification_id_channel_user_id_addre_key";
CREATE UNIQUE INDEX "notification_delivery_notification_id_channel_user_id_addre_key" ON "notification_delivery" ("notification_id", "channel", "user_id", "address") NULLS NOT DISTINCT;

-- The list of somebody's conversations and what is unread in them.
CREATE INDEX "conversation_member_inside_idx" ON "conversation_member" ("user_id", "conversation_id") WHERE "left_at" IS NULL;

-- Who waits to be told that something is unread.
CREATE INDEX "message_sent_at_idx" ON "message" USING BRIN ("sent_at");

-- What there was before belongs to a category too.
UPDATE "notification" SET "category" = CASE
  WHEN "kind" LIKE 'announcement%' OR "kind" = 'reminder' THEN 'announcement'
  WHEN "kind" LIKE 'attendance%' THEN 'attendance'
  WHEN "kind" IN ('enrollment', 'teaching', 'course') THEN 'course'
  WHEN "kind" IN ('timetable', 'security') THEN "kind"
  ELSE 'other' END;
