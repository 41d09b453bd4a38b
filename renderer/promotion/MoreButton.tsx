/** A quiet button that opens fields which few need. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';

export function MoreButton({ words, onOpen }: { words: string; onOpen: () => void }) {
  return (
    <Button
      variant="subtle"
      size="compact-md"
      mih={36}
      style={{ alignSelf: 'flex-start' }}
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      onClick={onOpen}
    >
      {words}
    </Button>
  );
}
