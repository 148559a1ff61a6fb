import { currentUser } from '@/app/current-user';
import { requestText, titled } from '@/app/request-language';
import { CheckInPage } from '@/components/check-in/check-in-page';
import { OnlyStudents } from '@/components/check-in/only-students';
import { SignInFirst } from '@/components/check-in/sign-in-first';
import { EntryFrame } from '@/components/session/entry-frame';

export const generateMetadata = titled((text) => text.checkIn.title);

/**
 * Opened by a QR code, whose token stands behind the `#`: nobody is led elsewhere by the server, or the browser would carry
 * it along in the address.
 */
export default async function CheckIn() {
  const user = await currentUser();
  if (!user)
    return (
      <EntryFrame title={(await requestText()).checkIn.title}>
        <SignInFirst />
      </EntryFrame>
    );
  return user.role === 'student' ? <CheckInPage /> : <OnlyStudents />;
}
