-- CreateEnum
CREATE TYPE "course_status" AS ENUM ('inactive', 'active');

-- CreateEnum
CREATE TYPE "faculty_role" AS ENUM ('primary', 'co_instructor', 'assistant');

-- CreateEnum
CREATE TYPE "enrollment_status" AS ENUM ('enrolled', 'offered', 'waitlisted', 'dropped', 'completed', 'failed');

-- CreateEnum
CREATE TYPE "entry_type" AS ENUM ('lecture', 'lab', 'tutorial', 'exam');

-- CreateEnum
CREATE TYPE "week_pattern" AS ENUM ('every', 'a', 'b');

-- CreateEnum
CREATE TYPE "entry_state" AS ENUM ('draft', 'published');

-- CreateTable
CREATE TABLE "term" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "academic_year" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "enrollment_opens_at" TIMESTAMPTZ(3),
    "enrollment_closes_at" TIMESTAMPTZ(3),
    "drop_closes_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "credits" INTEGER NOT NULL DEFAULT 0,
    "department_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_prerequisite" (
    "subject_id" UUID NOT NULL,
    "required_id" UUID NOT NULL,

    CONSTRAINT "subject_prerequisite_pkey" PRIMARY KEY ("subject_id","required_id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "section" TEXT NOT NULL DEFAULT 'A',
    "department_id" UUID,
    "semester" INTEGER NOT NULL DEFAULT 0,
    "capacity" INTEGER NOT NULL,
    "status" "course_status" NOT NULL DEFAULT 'inactive',
    "offer_hours" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_faculty" (
    "course_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "faculty_role" NOT NULL DEFAULT 'primary',
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_faculty_pkey" PRIMARY KEY ("course_id","user_id")
);

-- CreateTable
CREATE TABLE "enrollment" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "status" "enrollment_status" NOT NULL,
    "enrolled_at" TIMESTAMPTZ(3),
    "queue_no" BIGINT,
    "offer_expires_at" TIMESTAMPTZ(3),
    "enrolled_by" TEXT NOT NULL DEFAULT 'self',
    "override_reason" TEXT NOT NULL DEFAULT '',
    "overridden_by" UUID,
    "grade" TEXT NOT NULL DEFAULT '',
    "grade_points" DECIMAL(4,2),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrollment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "building" TEXT NOT NULL DEFAULT '',
    "capacity" INTEGER NOT NULL,
    "features" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timetable" (
    "id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "effective_from" DATE,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "timetable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timetable_entry" (
    "entry_id" UUID NOT NULL,
    "state" "entry_state" NOT NULL,
    "timetable_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "faculty_id" UUID,
    "room_id" UUID,
    "entry_type" "entry_type" NOT NULL DEFAULT 'lecture',
    "day_of_week" INTEGER NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "weeks" "week_pattern" NOT NULL DEFAULT 'every',
    "starts_on" DATE,
    "ends_on" DATE,
    "is_locked" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "timetable_entry_pkey" PRIMARY KEY ("entry_id","state")
);

-- CreateTable
CREATE TABLE "class_change" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "state" "entry_state" NOT NULL DEFAULT 'published',
    "day" DATE NOT NULL,
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,
    "new_day" DATE,
    "start_minute" INTEGER,
    "end_minute" INTEGER,
    "room_id" UUID,
    "faculty_id" UUID,
    "message" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "term_code_key" ON "term"("code");

-- CreateIndex
CREATE UNIQUE INDEX "subject_code_key" ON "subject"("code");

-- CreateIndex
CREATE INDEX "subject_department_id_idx" ON "subject"("department_id");

-- CreateIndex
CREATE INDEX "subject_prerequisite_required_id_idx" ON "subject_prerequisite"("required_id");

-- CreateIndex
CREATE INDEX "course_term_id_department_id_idx" ON "course"("term_id", "department_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_subject_id_term_id_section_key" ON "course"("subject_id", "term_id", "section");

-- CreateIndex
CREATE INDEX "course_faculty_user_id_idx" ON "course_faculty"("user_id");

-- CreateIndex
CREATE INDEX "enrollment_student_id_status_idx" ON "enrollment"("student_id", "status");

-- CreateIndex
CREATE INDEX "enrollment_course_id_status_queue_no_idx" ON "enrollment"("course_id", "status", "queue_no");

-- CreateIndex
CREATE INDEX "enrollment_offer_expires_at_idx" ON "enrollment"("offer_expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "enrollment_course_id_student_id_key" ON "enrollment"("course_id", "student_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_code_key" ON "room"("code");

-- CreateIndex
CREATE UNIQUE INDEX "holiday_term_id_day_key" ON "holiday"("term_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "timetable_term_id_department_id_key" ON "timetable"("term_id", "department_id");

-- CreateIndex
CREATE INDEX "timetable_entry_timetable_id_state_idx" ON "timetable_entry"("timetable_id", "state");

-- CreateIndex
CREATE INDEX "timetable_entry_course_id_state_idx" ON "timetable_entry"("course_id", "state");

-- CreateIndex
CREATE INDEX "timetable_entry_faculty_id_state_idx" ON "timetable_entry"("faculty_id", "state");

-- CreateIndex
CREATE INDEX "timetable_entry_room_id_state_day_of_week_idx" ON "timetable_entry"("room_id", "state", "day_of_week");

-- CreateIndex
CREATE INDEX "class_change_day_idx" ON "class_change"("day");

-- CreateIndex
CREATE UNIQUE INDEX "class_change_entry_id_day_key" ON "class_change"("entry_id", "day");

-- AddForeignKey
ALTER TABLE "subject" ADD CONSTRAINT "subject_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_prerequisite" ADD CONSTRAINT "subject_prerequisite_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_prerequisite" ADD CONSTRAINT "subject_prerequisite_required_id_fkey" FOREIGN KEY ("required_id") REFERENCES "subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_faculty" ADD CONSTRAINT "course_faculty_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_faculty" ADD CONSTRAINT "course_faculty_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable" ADD CONSTRAINT "timetable_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable" ADD CONSTRAINT "timetable_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_entry" ADD CONSTRAINT "timetable_entry_timetable_id_fkey" FOREIGN KEY ("timetable_id") REFERENCES "timetable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_entry" ADD CONSTRAINT "timetable_entry_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_entry" ADD CONSTRAINT "timetable_entry_faculty_id_fkey" FOREIGN KEY ("faculty_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_entry" ADD CONSTRAINT "timetable_entry_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_change" ADD CONSTRAINT "class_change_entry_id_state_fkey" FOREIGN KEY ("entry_id", "state") REFERENCES "timetable_entry"("entry_id", "state") ON DELETE CASCADE ON UPDATE CASCADE;
