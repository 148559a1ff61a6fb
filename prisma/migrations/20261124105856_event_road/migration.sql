-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "announcement_status" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "announcement_priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "target_audience" AS ENUM ('all', 'role', 'department', 'users');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('student', 'faculty', 'admin');

-- CreateEnum
CREATE TYPE "user_status" AS ENUM ('active', 'suspended', 'deleted');

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "priority" "announcement_priority" NOT NULL DEFAULT 'normal',
    "status" "announcement_status" NOT NULL DEFAULT 'draft',
    "target_audience" "target_audience" NOT NULL,
    "role_names" "role"[],
    "department_ids" UUID[],
    "user_ids" UUID[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "partition_key" TEXT NOT NULL,
    "partition_hash" INTEGER NOT NULL,
    "event_type" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "correlation_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seq" BIGINT,
    "relayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sequencer_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last_seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "sequencer_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_log_record" (
    "log_offset" BIGINT NOT NULL,
    "topic" TEXT NOT NULL,
    "log_partition" INTEGER NOT NULL,
    "record_key" TEXT,
    "value" TEXT,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_log_record_pkey" PRIMARY KEY ("log_offset")
);

-- CreateTable
CREATE TABLE "event_log_topic" (
    "name" TEXT NOT NULL,
    "partitions" INTEGER NOT NULL,
    "retention_ms" BIGINT NOT NULL,

    CONSTRAINT "event_log_topic_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "event_log_member" (
    "group_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "topics" TEXT[],
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_log_member_pkey" PRIMARY KEY ("group_id","member_id")
);

-- CreateTable
CREATE TABLE "event_log_offset" (
    "group_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "log_partition" INTEGER NOT NULL,
    "committed" BIGINT NOT NULL DEFAULT 0,
    "owner" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_log_offset_pkey" PRIMARY KEY ("group_id","topic","log_partition")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "consumer_group" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "processed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("consumer_group","event_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "queued_event_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "priority" "announcement_priority" NOT NULL DEFAULT 'normal',
    "action_url" TEXT NOT NULL DEFAULT '',
    "correlation_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_recipient" (
    "notification_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_recipient_pkey" PRIMARY KEY ("user_id","notification_id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "status" "user_status" NOT NULL DEFAULT 'active',
    "register_no" BIGINT,
    "department_id" UUID,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',
    "ip_address" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "announcement_status_published_at_idx" ON "announcement"("status", "published_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_event_id_key" ON "outbox_event"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_seq_key" ON "outbox_event"("seq");

-- CreateIndex
CREATE INDEX "event_log_record_topic_log_partition_log_offset_idx" ON "event_log_record"("topic", "log_partition", "log_offset");

-- CreateIndex
CREATE INDEX "event_log_record_topic_created_at_idx" ON "event_log_record"("topic", "created_at");

-- CreateIndex
CREATE INDEX "inbox_event_processed_at_idx" ON "inbox_event"("processed_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_queued_event_id_key" ON "notification"("queued_event_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_event_id_kind_key" ON "notification"("event_id", "kind");

-- CreateIndex
CREATE INDEX "notification_recipient_notification_id_idx" ON "notification_recipient"("notification_id");

-- CreateIndex
CREATE INDEX "notification_recipient_user_id_created_at_notification_id_idx" ON "notification_recipient"("user_id", "created_at" DESC, "notification_id");

-- CreateIndex
CREATE UNIQUE INDEX "department_code_key" ON "department"("code");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_register_no_key" ON "app_user"("register_no");

-- CreateIndex
CREATE INDEX "app_user_role_department_id_idx" ON "app_user"("role", "department_id");

-- CreateIndex
CREATE INDEX "app_user_department_id_idx" ON "app_user"("department_id");

-- CreateIndex
CREATE INDEX "session_user_id_created_at_idx" ON "session"("user_id", "created_at");

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_recipient" ADD CONSTRAINT "notification_recipient_notification_id_fkey" FOREIGN KEY ("notification_id") REFERENCES "notification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_recipient" ADD CONSTRAINT "notification_recipient_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- The sequencer's one row.
INSERT INTO "sequencer_head" ("id", "last_seq") VALUES (1, 0);
ALTER TABLE "sequencer_head" ADD CONSTRAINT "sequencer_head_one_row" CHECK ("id" = 1);

-- What the relay looks for on each turn: small as long as it keeps up.
CREATE INDEX "outbox_event_unstamped_idx" ON "outbox_event" ("id") WHERE "seq" IS NULL;
CREATE INDEX "outbox_event_unrelayed_idx" ON "outbox_event" ("seq") WHERE "relayed_at" IS NULL;

-- The unread badge.
CREATE INDEX "notification_recipient_unread_idx" ON "notification_recipient" ("user_id") WHERE "read_at" IS NULL;
