/** Whether the screen is one of the small ones, 1024 pixels wide: fewer things stand beside each other. */
import { useMediaQuery } from '@mantine/hooks';

/** The same width as in the style sheets of this folder. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false });
}
