-- A customer is erased with every entry that was written of them: those of one customer, whom the transaction names, and of
-- nobody else. A book may hold `erased` from here on.
grant delete on daybook.contacts to daybook_bank;
create policy of_the_erased on daybook.contacts as restrictive for delete to daybook_bank
  using (customer_id = nullif(current_setting('app.erased', true), ''));
