/** What is shown instead of a screen that broke: the shop goes on, the till keeps a line about it. */
import { Button, Center } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { api } from './api.ts';

function BrokenPage() {
  const { t } = useTranslation();
  return (
    <Center h="100%">
      <EmptyState
        icon={<IconBug size={48} />}
        title={t('ui.brokenTitle')}
        hint={t('ui.brokenBody')}
        action={<Button onClick={() => location.reload()}>{t('common.refresh')}</Button>}
      />
    </Center>
  );
}

/** React catches a broken screen only in a class. */
export class CatchBroken extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    const where = (info.componentStack ?? '').trim().split('\n', 1)[0] ?? '';
    void api.shop.noteBroken({ where: where.slice(0, 200), message: error.message.slice(0, 500) });
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}
