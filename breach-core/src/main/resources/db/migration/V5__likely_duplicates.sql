-- Signs by which cases of one event are found among many. Cases that were opened before get theirs
-- with the first report that is received afterwards.
create table breach_sign (
    sign   bigint not null,
    breach text not null references breach,
    primary key (sign, breach)
);

create table breach_without_signs (breach text primary key references breach);

insert into breach_without_signs select id from breach;

-- What a case looked like when it was opened. It stands beside what the producer wrote.
create table likely_duplicate (
    breach   text not null references breach,
    original text not null references breach,
    percent  int not null check (percent between 0 and 100),
    message  text not null,
    primary key (breach, original),
    check (breach <> original)
);

create index likely_duplicate_by_original on likely_duplicate (original);
