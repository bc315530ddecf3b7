-- What a measure is, in one row beside its rule, stated again by hand: 08 to 10 declare the measures whose rules they hold. A column of
-- several has them with blanks between.
--   kind      count, share or rate; per workforce: a rate for a population, whose denominator is its number on the day of the snapshot;
--             percentile 50: of the numbers of cases; oldest: the age of the oldest
--   windows   of 28, 90 and 365 days where null; 1m: the last month that is over; fytd: those of its financial year, from April on; those of
--             a stock: read in the mean of so many midnights, and as it stands where null
--   families  slices of cases; ANY and ANY_LPA hold crimes of any offence, STRATUM and POLICE_STRATUM cases that are weighed
--   streams   that tell it, and duties that are logged: before a force has sent each of them there is no figure, since nobody knows whether
--             nothing happened or nothing was sent
--   months    bases of what is known by the month alone
--   named     of what is published as a value of a measure's dimension: that measure and the value
CREATE TABLE measure (
    kpi VARCHAR, kind VARCHAR, bases VARCHAR, windows VARCHAR, families VARCHAR, streams VARCHAR, months VARCHAR, named VARCHAR);
