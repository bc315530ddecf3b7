-- Days are London civil days, [00:00, next 00:00): 23 hours long in March, 25 in October.

CREATE MACRO london_day(instant) AS timezone('Europe/London', make_timestamptz(instant * 1000))::DATE;
CREATE MACRO london_clock(instant) AS timezone('Europe/London', make_timestamptz(instant * 1000))::TIME;
CREATE MACRO midnight(day) AS epoch_ms(timezone('Europe/London', day::TIMESTAMP));
CREATE MACRO month_index(day) AS year(day) * 12 + month(day) - 1;
CREATE MACRO first_of_month(day) AS date_trunc('month', day)::DATE;

-- By when a victim is to be told. The decision's day is day 0, or the next working day where it is none; the deadline is the last
-- day of so many working days after it. Bank holidays are known for the whole years that the list names: a deadline outside them is
-- not known, and null.
CREATE TABLE telling_deadline AS
WITH known AS (
    SELECT make_date(min(year(date)), 1, 1) AS from_day, make_date(max(year(date)), 12, 31) AS to_day FROM bank_holiday
), day AS (
    SELECT unnest(generate_series(from_day, to_day, INTERVAL 1 DAY))::DATE AS day FROM known
), working AS (
    SELECT day, row_number() OVER (ORDER BY day) AS position
    FROM day
    WHERE isodow(day) <= 5 AND day NOT IN (SELECT date FROM bank_holiday)
), day_zero AS (
    SELECT day.day AS decision_day, min(working.position) AS position
    FROM day JOIN working ON working.day BETWEEN day.day AND day.day + 14
    GROUP BY day.day
)
SELECT decision_day, usual.day AS usual_deadline, enhanced.day AS enhanced_deadline, two.day AS two_day_deadline, thirty.day AS thirty_day_deadline
FROM day_zero
LEFT JOIN working AS usual ON usual.position = day_zero.position + 5
LEFT JOIN working AS enhanced ON enhanced.position = day_zero.position + 1
LEFT JOIN working AS two ON two.position = day_zero.position + 2
LEFT JOIN working AS thirty ON thirty.position = day_zero.position + 30;
