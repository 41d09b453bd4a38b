/** The foot of a long list: asks for the next page as it comes into sight, and is a button as well. */
import { Button, Center } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export function MoreRows({ isLoading, onMore }: { isLoading: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  const foot = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  useEffect(() => {
    latest.current = onMore;
  });
  useEffect(() => {
    if (foot.current === null) return;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) latest.current();
    });
    watcher.observe(foot.current);
    return () => watcher.disconnect();
  }, []);
  return (
    <Center ref={foot} p="sm">
      <Button variant="subtle" loading={isLoading} onClick={onMore}>
        {t('common.showMore')}
      </Button>
    </Center>
  );
}
