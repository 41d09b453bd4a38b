/** The name of a customer in a table, with the way to the customer's page. */
import { Link } from '@tanstack/react-router';
import styles from './CustomerLink.module.css';

export function CustomerLink({ customerId, name }: { customerId: string; name: string }) {
  return (
    <Link className={styles.link} to="/customers/$customerId" params={{ customerId }}>
      {name}
    </Link>
  );
}
