import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useCourseText } from '@/lib/client/course/course-text';

const fetchDialog = () => import('./new-course-dialog').then((module) => module.NewCourseDialog);

/** A subject taught in a term; it is inactive at first, and its page is where it is activated. */
export function NewCourse() {
  const text = useCourseText();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const Dialog = useFetchedPart(fetchDialog, { isWanted: isOpen, onFailed: close });
  return (
    <>
      <Button look="primary" size="small" onClick={() => setIsOpen(true)}>
        <Icon of={Plus} /> {text.add}
      </Button>
      <Suspense>{isOpen && Dialog && <Dialog onClose={close} />}</Suspense>
    </>
  );
}
