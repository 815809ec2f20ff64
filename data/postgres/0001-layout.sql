-- The second home: what several processes share. Forward only; a file that was released is never changed.
--
-- Three roles, none of which owns anything or may log in. Whoever logs in is granted them and takes one for each transaction:
--   daybook_app      one manager's rows, and only with app.manager set in the transaction
--   daybook_planner  reads who has a desk, what was sent and which books changed, of everybody
--   daybook_bank     imports, handing over, the check of the journal: every row, under a lock of its own
do $$
declare
  wanted text;
begin
  foreach wanted in array array['daybook_app', 'daybook_planner', 'daybook_bank'] loop
    begin
      execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', wanted);
    exception when duplicate_object or unique_violation then null; -- another database of this server has made it
    end;
    if not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end
$$;

grant usage on schema daybook to daybook_app, daybook_planner, daybook_bank;
grant select on daybook.migrations to daybook_app, daybook_planner, daybook_bank;

-- A book: what it holds besides its customers, and the revision of all of it. Revision 0: locked by somebody, not yet written.
create table daybook.books (
  manager_id text collate "C" primary key,
  revision integer not null default 0,
  -- The revision at which a customer last came or went.
  shape_revision integer not null default 0,
  rest jsonb not null,
  changed_at timestamptz not null default clock_timestamp()
);
create index books_changed on daybook.books (changed_at);

create table daybook.customers (
  id text collate "C" primary key,
  manager_id text collate "C" not null,
  -- Of the book, when this customer last changed.
  revision integer not null,
  -- Without the contacts.
  value jsonb not null,
  -- Keys of the contacts, in their order.
  contacts bigint[] not null
);
create index customers_of_manager on daybook.customers (manager_id, revision);

-- Appended to: what is corrected is written again under a new key. Only the manager changes, with the customer's.
create table daybook.contacts (
  key bigint primary key,
  customer_id text collate "C" not null,
  manager_id text collate "C" not null,
  value jsonb not null,
  written_at timestamptz not null default now()
);
create index contacts_of_customer on daybook.contacts (customer_id);
-- A process takes a thousand keys at a time.
create sequence daybook.contact_keys increment by 1000 minvalue 1000;

create table daybook.desks (
  manager_id text collate "C" primary key,
  revision integer not null default 0,
  -- Without the deliveries.
  value jsonb not null
);

create table daybook.deliveries (
  manager_id text collate "C" not null,
  day date not null,
  kind text not null,
  key text not null default '',
  state text not null,
  -- Of the desk, when this row last changed.
  revision integer not null,
  value jsonb not null,
  primary key (manager_id, day, kind, key)
);

create table daybook.campaigns (
  branch_id text collate "C" primary key,
  revision integer not null default 0,
  value jsonb not null
);

-- Plain json: what somebody typed is kept to the letter.
create table daybook.conversations (
  key text collate "C" primary key,
  value json not null,
  written_at timestamptz not null default now()
);

-- Roster, catalogue, tables handed in, feed.
create table daybook.bank_documents (
  name text primary key,
  revision integer not null,
  value jsonb not null
);

create table daybook.unclear (
  name text primary key,
  revision integer not null default 0,
  value jsonb not null
);

-- What the importer keeps for itself: the record of imports, rows already folded.
create table daybook.notes (
  name text primary key,
  value json not null
);

create table daybook.turn_keys (
  manager_id text collate "C" not null,
  key text collate "C" not null,
  -- YYYY-MM-DDTHH, UTC.
  hour text collate "C" not null,
  answer text not null,
  primary key (manager_id, key)
);
create index turn_keys_by_hour on daybook.turn_keys (manager_id, hour);

-- Appended to. Rows get their place in the chain afterwards, so that nobody waits for everybody's lines.
create table daybook.journal (
  seq bigint generated always as identity primary key,
  manager_id text not null,
  act text not null,
  customer_ids text[] not null,
  line json not null,
  written_at timestamptz not null default now()
);
create index journal_of_manager on daybook.journal (manager_id, seq);
create index journal_of_customer on daybook.journal using gin (customer_ids);

create table daybook.journal_links (
  nth bigint primary key,
  seq bigint not null unique,
  hash text not null
);

grant select, insert, update on daybook.books, daybook.desks, daybook.campaigns, daybook.unclear to daybook_app;
grant select, insert, update, delete on daybook.customers, daybook.deliveries, daybook.conversations, daybook.turn_keys to daybook_app;
grant select, insert on daybook.contacts to daybook_app;
grant select on daybook.bank_documents to daybook_app;
grant insert on daybook.journal to daybook_app;
grant usage on sequence daybook.contact_keys to daybook_app, daybook_bank;

grant select on daybook.books, daybook.desks, daybook.deliveries, daybook.bank_documents, daybook.campaigns to daybook_planner;

grant select, insert, update, delete on daybook.books, daybook.customers, daybook.desks, daybook.deliveries, daybook.campaigns,
  daybook.conversations, daybook.bank_documents, daybook.unclear, daybook.notes, daybook.turn_keys to daybook_bank;
grant select, insert, update (manager_id) on daybook.contacts to daybook_bank;
grant select, insert on daybook.journal, daybook.journal_links to daybook_bank;

do $$
declare
  wanted text;
begin
  foreach wanted in array array['books', 'customers', 'contacts', 'desks', 'deliveries', 'campaigns', 'conversations',
    'bank_documents', 'unclear', 'notes', 'turn_keys', 'journal', 'journal_links'] loop
    execute format('alter table daybook.%I enable row level security', wanted);
    execute format('alter table daybook.%I force row level security', wanted);
    execute format('create policy bank on daybook.%I to daybook_bank using (true) with check (true)', wanted);
  end loop;
  foreach wanted in array array['books', 'customers', 'contacts', 'desks', 'deliveries', 'turn_keys'] loop
    execute format(
      $policy$create policy own on daybook.%I to daybook_app
        using (manager_id = nullif(current_setting('app.manager', true), ''))
        with check (manager_id = nullif(current_setting('app.manager', true), ''))$policy$, wanted);
  end loop;
  foreach wanted in array array['books', 'desks', 'deliveries', 'campaigns', 'bank_documents'] loop
    execute format('create policy planner on daybook.%I for select to daybook_planner using (true)', wanted);
  end loop;
end
$$;

create policy own on daybook.campaigns to daybook_app
  using (branch_id = nullif(current_setting('app.branch', true), ''))
  with check (branch_id = nullif(current_setting('app.branch', true), ''));
create policy own on daybook.conversations to daybook_app
  using (key = nullif(current_setting('app.conversation', true), ''))
  with check (key = nullif(current_setting('app.conversation', true), ''));
create policy everybody on daybook.bank_documents for select to daybook_app using (true);
create policy everybody on daybook.unclear to daybook_app using (true) with check (true);
create policy append on daybook.journal for insert to daybook_app
  with check (manager_id = nullif(current_setting('app.manager', true), ''));
