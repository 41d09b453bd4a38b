/** Prints a batch on the receipt printer, some coupons at a time, so that it can be stopped when the paper runs out. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponBatch } from '../../shared/coupon/contractBatch.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';

/** A roll gives about a hundred; so many go out before the next look at the stop button. */
const portion = 10;

export function PrintStripButton({ batch }: { batch: CouponBatch }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('common.print')}
      </Button>
      {isOpen && <PrintStripDialog batch={batch} onClose={() => setOpen(false)} />}
    </>
  );
}

function PrintStripDialog({ batch, onClose }: { batch: CouponBatch; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const print = usePrintStrip(batch);
  const { done, isRunning } = print;
  const isAll = done >= batch.count;
  return (
    <Modal
      opened
      onClose={() => {
        print.stop();
        onClose();
      }}
      title={t('coupon.strip.title')}
    >
      <Stack gap="lg">
        <div>{t('coupon.strip.hint')}</div>
        <WholeInput
          label={t('coupon.strip.from')}
          disabled={isRunning}
          value={done >= batch.count ? batch.count : done + 1}
          onChange={(first) => print.startAt(Math.min(batch.count, Math.max(1, first ?? 1)) - 1)}
        />
        <ProgressBar
          label={t('coupon.strip.progress', { done: format.number(done), all: format.number(batch.count) })}
          doneThousandths={Math.floor((done * 1000) / batch.count)}
        />
        <ErrorAnswer error={print.error} />
        <Group justify="flex-end" gap="sm">
          {isRunning ? (
            <Button color="red" onClick={print.stop}>
              {t('coupon.strip.stop')}
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {t('common.close')}
              </Button>
              <Button disabled={isAll} onClick={() => void print.start()}>
                {done === 0 ? t('common.print') : t('common.continue')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function usePrintStrip(batch: CouponBatch) {
  const send = useIntention(api.coupon.printStrip);
  const [done, setDone] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const isStopped = useRef(false);
  const start = async () => {
    isStopped.current = false;
    setRunning(true);
    for (let from = done; from < batch.count && !isStopped.current; from += portion) {
      const count = Math.min(portion, batch.count - from);
      const answer = await send.send({ batchId: batch.batchId, from, count });
      if (!answer.ok) break;
      setDone(from + count);
    }
    setRunning(false);
  };
  return {
    done,
    isRunning,
    error: send.error,
    start,
    startAt: setDone,
    stop: () => {
      isStopped.current = true;
    },
  };
}
