-- CreateEnum
CREATE TYPE "attendance_status" AS ENUM ('present', 'late', 'excused', 'absent');

-- CreateEnum
CREATE TYPE "attendance_session_state" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "attendance_source" AS ENUM ('roster', 'check_in', 'close', 'import', 'correction');

-- CreateEnum
CREATE TYPE "attendance_rule" AS ENUM ('percentage', 'consecutive');

-- CreateEnum
CREATE TYPE "attendance_alert_level" AS ENUM ('warning', 'critical');

-- CreateEnum
CREATE TYPE "attendance_request_state" AS ENUM ('open', 'accepted', 'refused', 'withdrawn');

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by" UUID;

-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "advisor_id" UUID,
ADD COLUMN     "guardian_email" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "attendance_session" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "entry_id" UUID,
    "day" DATE NOT NULL,
    "held_on" DATE NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "state" "attendance_session_state" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "check_in_from" TIMESTAMPTZ(3),
    "check_in_until" TIMESTAMPTZ(3),
    "late_after" TIMESTAMPTZ(3),
    "absent_at_close" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "attendance_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_mark" (
    "session_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "status" "attendance_status" NOT NULL,
    "custom_code" TEXT NOT NULL DEFAULT '',
    "points" DECIMAL(4,2),
    "remark" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" "attendance_source" NOT NULL DEFAULT 'roster',
    "marked_by" UUID,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_mark_pkey" PRIMARY KEY ("session_id","student_id")
);

-- CreateTable
CREATE TABLE "attendance_change" (
    "seq" BIGSERIAL NOT NULL,
    "session_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "old_status" "attendance_status",
    "old_custom_code" TEXT NOT NULL DEFAULT '',
    "old_remark" TEXT NOT NULL DEFAULT '',
    "status" "attendance_status",
    "custom_code" TEXT NOT NULL DEFAULT '',
    "points" DECIMAL(4,2),
    "remark" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "source" "attendance_source" NOT NULL,
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "correlation_id" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "attendance_change_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "attendance_total" (
    "course_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "present" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL DEFAULT 0,
    "excused" INTEGER NOT NULL DEFAULT 0,
    "absent" INTEGER NOT NULL DEFAULT 0,
    "counted" INTEGER NOT NULL DEFAULT 0,
    "points" DECIMAL(8,2) NOT NULL DEFAULT 0,
    "absent_in_row" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_total_pkey" PRIMARY KEY ("course_id","student_id")
);

-- CreateTable
CREATE TABLE "attendance_custom_status" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "counts_as" "attendance_status" NOT NULL,
    "points" DECIMAL(4,2),
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "attendance_custom_status_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "attendance_alert" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "rule" "attendance_rule" NOT NULL,
    "level" "attendance_alert_level" NOT NULL,
    "event_id" UUID NOT NULL,
    "session_id" UUID,
    "percentage" DECIMAL(5,2) NOT NULL,
    "threshold" DECIMAL(5,2) NOT NULL,
    "counted" INTEGER NOT NULL,
    "attended" INTEGER NOT NULL,
    "can_miss" INTEGER NOT NULL,
    "best_percentage" DECIMAL(5,2) NOT NULL,
    "absent_in_row" INTEGER NOT NULL DEFAULT 0,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT NOT NULL DEFAULT '',
    "withdrawn_percentage" DECIMAL(5,2),

    CONSTRAINT "attendance_alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_check_in" (
    "session_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "way" TEXT NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "ip_address" TEXT NOT NULL DEFAULT '',
    "doubt" TEXT NOT NULL DEFAULT '',
    "cleared_by" UUID,
    "cleared_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendance_check_in_pkey" PRIMARY KEY ("session_id","student_id")
);

-- CreateTable
CREATE TABLE "attendance_request" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "wanted_status" "attendance_status" NOT NULL,
    "note" TEXT NOT NULL,
    "state" "attendance_request_state" NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_request_file" (
    "request_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "attendance_request_file_pkey" PRIMARY KEY ("request_id")
);

-- CreateTable
CREATE TABLE "attendance_report" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "date_from" DATE NOT NULL,
    "date_to" DATE NOT NULL,
    "row_count" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "requested_by" UUID NOT NULL,
    "generated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_import" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "error_count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendance_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attendance_session_course_id_held_on_idx" ON "attendance_session"("course_id", "held_on");

-- CreateIndex
CREATE INDEX "attendance_session_state_held_on_idx" ON "attendance_session"("state", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_session_entry_id_day_key" ON "attendance_session"("entry_id", "day");

-- CreateIndex
CREATE INDEX "attendance_mark_student_id_course_id_idx" ON "attendance_mark"("student_id", "course_id");

-- CreateIndex
CREATE INDEX "attendance_mark_course_id_idx" ON "attendance_mark"("course_id");

-- CreateIndex
CREATE INDEX "attendance_change_session_id_student_id_seq_idx" ON "attendance_change"("session_id", "student_id", "seq");

-- CreateIndex
CREATE INDEX "attendance_change_student_id_course_id_seq_idx" ON "attendance_change"("student_id", "course_id", "seq");

-- CreateIndex
CREATE INDEX "attendance_total_student_id_idx" ON "attendance_total"("student_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_alert_event_id_key" ON "attendance_alert"("event_id");

-- CreateIndex
CREATE INDEX "attendance_alert_student_id_course_id_idx" ON "attendance_alert"("student_id", "course_id");

-- CreateIndex
CREATE INDEX "attendance_alert_course_id_withdrawn_at_idx" ON "attendance_alert"("course_id", "withdrawn_at");

-- CreateIndex
CREATE INDEX "attendance_check_in_session_id_device_idx" ON "attendance_check_in"("session_id", "device");

-- CreateIndex
CREATE INDEX "attendance_request_session_id_state_idx" ON "attendance_request"("session_id", "state");

-- CreateIndex
CREATE INDEX "attendance_request_student_id_created_at_idx" ON "attendance_request"("student_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "attendance_report_requested_by_generated_at_idx" ON "attendance_report"("requested_by", "generated_at" DESC);

-- CreateIndex
CREATE INDEX "attendance_report_expires_at_idx" ON "attendance_report"("expires_at");

-- CreateIndex
CREATE INDEX "attendance_import_expires_at_idx" ON "attendance_import"("expires_at");

-- CreateIndex
CREATE INDEX "notification_withdrawn_by_idx" ON "notification"("withdrawn_by");

-- CreateIndex
CREATE INDEX "app_user_advisor_id_idx" ON "app_user"("advisor_id");

-- AddForeignKey
ALTER TABLE "attendance_session" ADD CONSTRAINT "attendance_session_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_mark" ADD CONSTRAINT "attendance_mark_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "attendance_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_mark" ADD CONSTRAINT "attendance_mark_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_change" ADD CONSTRAINT "attendance_change_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "attendance_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_total" ADD CONSTRAINT "attendance_total_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_total" ADD CONSTRAINT "attendance_total_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_alert" ADD CONSTRAINT "attendance_alert_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_alert" ADD CONSTRAINT "attendance_alert_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_check_in" ADD CONSTRAINT "attendance_check_in_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "attendance_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_check_in" ADD CONSTRAINT "attendance_check_in_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_request" ADD CONSTRAINT "attendance_request_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "attendance_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_request" ADD CONSTRAINT "attendance_request_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_request_file" ADD CONSTRAINT "attendance_request_file_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "attendance_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_report" ADD CONSTRAINT "attendance_report_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_import" ADD CONSTRAINT "attendance_import_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_import" ADD CONSTRAINT "attendance_import_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_advisor_id_fkey" FOREIGN KEY ("advisor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
