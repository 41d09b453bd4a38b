/** The first page: the sell screen when a shift is open, else the opening of one. */
import { Center } from '@mantine/core';
import { PeekDialog } from '../report/PeekDialog.tsx';
import { SellPage } from '../sale/SellPage.tsx';
import { OpenShiftPage } from '../shift/OpenShiftPage.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { api } from './api.ts';
import { askForService } from './askForService.tsx';
import { BackOffice } from './BackOffice.tsx';
import { useTill } from './useTill.ts';

export function SellPlace() {
  const { data, error } = useTill(api.shift.current, {});
  if (error !== null && data === undefined) {
    return (
      <Center h="100%">
        <ErrorAnswer error={error} />
      </Center>
    );
  }
  if (data === undefined) return null;
  if (data.shift === null) {
    return (
      <BackOffice>
        <OpenShiftPage lastCountedSom={data.lastCountedSom} />
      </BackOffice>
    );
  }
  return <SellPage peek={(onClose) => <PeekDialog onClose={onClose} />} service={askForService} />;
}
