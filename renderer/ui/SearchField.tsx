/** One field to search a list with; answers a moment after the last key, so that a list is asked once per word. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

export function SearchField({
  label,
  onSearch,
  delayMs = 120,
  takesFocus = false,
}: {
  /** Placeholder and name in one. */
  label: string;
  onSearch: (text: string) => void;
  delayMs?: number;
  /** Where the list is empty without a search: a scanner types into it at once. */
  takesFocus?: boolean;
}) {
  const [text, setText] = useState('');
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  useEffect(() => {
    const timer = setTimeout(() => latest.current(text.trim()), delayMs);
    return () => clearTimeout(timer);
  }, [text, delayMs]);
  return (
    <TextInput
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      placeholder={label}
      aria-label={label}
      leftSection={<IconSearch size={20} aria-hidden="true" />}
      autoComplete="off"
      autoFocus={takesFocus}
      style={{ flex: 1, maxWidth: 480 }}
    />
  );
}
