-- AlterEnum
ALTER TYPE "target_audience" ADD VALUE 'course';

-- AlterTable
ALTER TABLE "announcement" ADD COLUMN     "course_ids" UUID[] DEFAULT ARRAY[]::UUID[];
