/** The design language as a Mantine theme; the colours themselves are CSS variables in theme.css. */
import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  createTheme,
  Drawer,
  Input,
  type MantineColorsTuple,
  Modal,
  Paper,
  PasswordInput,
  SegmentedControl,
  Select,
  Table,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** Ten shades of teal; 8 is the primary of the light scheme, 4 of the dark one. */
const teal: MantineColorsTuple = [
  '#e6f3f2',
  '#cfe7e5',
  '#a3d4d0',
  '#72c5bc',
  '#3fbfb2',
  '#2a9d94',
  '#1a8683',
  '#127877',
  '#0b6e6e',
  '#075555',
];
const green: MantineColorsTuple = [
  '#e7f6ee',
  '#cfecdc',
  '#a3dcbd',
  '#77d3a3',
  '#4cc38a',
  '#2ba76e',
  '#18915b',
  '#0f8452',
  '#0a7a4b',
  '#0a5c39',
];
const red: MantineColorsTuple = [
  '#fef0ee',
  '#fdddd9',
  '#fbbdb6',
  '#ff9a8f',
  '#f4776b',
  '#e2564a',
  '#d13f33',
  '#c1301f',
  '#b42318',
  '#8c1a11',
];
const amber: MantineColorsTuple = [
  '#fff4db',
  '#ffe9b8',
  '#ffd58a',
  '#f5bf5c',
  '#dfa23a',
  '#bf8420',
  '#a06a10',
  '#8c5905',
  '#7a4b00',
  '#5c3800',
];

/** 44 px: what a finger or a hurried mouse hits in the back office. */
const controlHeight = '44px';

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', Consolas, monospace",
  colors: { teal, green, red, amber },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '18px', xl: '20px' },
  lineHeights: { xs: '1.2', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.45' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '8px', md: '10px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '1.2' },
      h2: { fontSize: '18px', lineHeight: '1.3' },
      h3: { fontSize: '16px', lineHeight: '1.3' },
    },
  },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 44, variant: 'subtle', color: 'gray' } }),
    Alert: Alert.extend({ styles: { root: { padding: '12px 16px' }, message: { fontSize: '16px' } } }),
    Badge: Badge.extend({
      defaultProps: { tt: 'none', fw: 600, fz: 14, size: 'lg', radius: 'xl', variant: 'light' },
    }),
    Button: Button.extend({
      defaultProps: { size: 'md' },
      styles: { root: { minHeight: controlHeight, fontWeight: 600 } },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        padding: 'xl',
        overlayProps: { backgroundOpacity: 0.45 },
        transitionProps: { duration: 120 },
      },
      styles: { title: { fontSize: '20px', fontWeight: 700 } },
    }),
    Input: Input.extend({ defaultProps: { size: 'md' }, styles: { input: { minHeight: controlHeight } } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'md' } }),
    Select: Select.extend({ defaultProps: { size: 'md', allowDeselect: false, checkIconPosition: 'right' } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'lg',
        padding: 'xl',
        overlayProps: { backgroundOpacity: 0.45 },
        transitionProps: { transition: 'fade', duration: 120 },
      },
      styles: { title: { fontSize: '20px', fontWeight: 700 } },
    }),
    // Its padding stands in theme.css: here it would be a style of every drawer and dialog too.
    Paper: Paper.extend({ defaultProps: { radius: 'lg', withBorder: true } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'md', transitionDuration: 0 } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true, multiline: true, maw: 320 } }),
  },
});
