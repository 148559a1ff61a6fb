-- CreateTable
CREATE TABLE "course_teaching_need" (
    "course_id" UUID NOT NULL,
    "lectures" INTEGER NOT NULL,
    "minimum_days" INTEGER NOT NULL,

    CONSTRAINT "course_teaching_need_pkey" PRIMARY KEY ("course_id")
);

-- CreateTable
CREATE TABLE "course_unavailability" (
    "course_id" UUID NOT NULL,
    "day_of_week" INTEGER NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,

    CONSTRAINT "course_unavailability_pkey" PRIMARY KEY ("course_id","day_of_week","start_minute")
);

-- AddForeignKey
ALTER TABLE "course_teaching_need" ADD CONSTRAINT "course_teaching_need_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_unavailability" ADD CONSTRAINT "course_unavailability_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
