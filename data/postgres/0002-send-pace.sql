-- One pace of sending for all processes: when the next message may leave. The row is made with the first message.
create table daybook.send_pace (
  of text primary key check (of = 'messages'),
  next_at timestamptz not null
);
grant select, insert, update on daybook.send_pace to daybook_app;
alter table daybook.send_pace enable row level security;
alter table daybook.send_pace force row level security;
-- It tells of nobody.
create policy everybody on daybook.send_pace to daybook_app using (true) with check (true);
