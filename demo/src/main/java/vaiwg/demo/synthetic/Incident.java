package vaiwg.demo.synthetic;

import vaiwg.schemas.PlaceType;

/**
 * When and where a crime happened and came to notice. Times in epoch milliseconds; committed times may be null.
 *
 * @param area slug of the local policing area, or null
 * @param place kind of place, or null
 */
record Incident(
        Long committedFrom,
        Long committedTo,
        long reportedAt,
        long recordedAt,
        String area,
        PlaceType place,
        String lsoa,
        String cell) {
    private static final int HOURS_A_BAND = 6;
    private static final long SCHOOL = 99;
    private static final int PUPIL = 5;
    private static final int ADULT = 18;

    /** An instant of the day at which a crime is recorded: more of them in the afternoon than at night. */
    static long recordingTime(int day, ForceCalendar calendar, Draw draw) {
        return calendar.hourOf(day, hour("recording_hours", draw));
    }

    static Incident of(CasePlan plan, long recordedAt, ForceCalendar calendar, Draw draw) {
        OffenceGroup group = plan.group();
        long reportedAt = recordedAt - (long) (hoursToRecord(group, draw) * ForceCalendar.HOUR);
        String area = Figures.choice("areas").draw(draw);
        String place = group.choice("places").draw(draw);
        Long from = null;
        Long to = null;
        if (!draw.chance(Figures.of("no_time"))) {
            long end = committedEnd(group, place, reportedAt, calendar, draw);
            from = end - length(group, draw);
            to = draw.chance(Figures.of("no_end")) ? null : (Long) end;
            if (draw.chance(Figures.of("unknown_time"))) {
                from = midnightBefore(from, calendar);
                to = null;
            }
        }
        return new Incident(
                from,
                to,
                reportedAt,
                recordedAt,
                area,
                place == null ? null : PlaceType.valueOf(place),
                SyntheticPlaces.lsoa(area, draw),
                SyntheticPlaces.cell(area, draw));
    }

    /** The same where the victim is known to be somebody: children are often at school. By a chance of its own. */
    Incident of(Person victim, OffenceGroup group) {
        boolean pupil = victim.age() >= PUPIL && victim.age() < ADULT;
        return pupil && Draw.at(SCHOOL, recordedAt).chance(group.figure("in_school"))
                ? new Incident(
                        committedFrom, committedTo, reportedAt, recordedAt, area, PlaceType.EDUCATION, lsoa, cell)
                : this;
    }

    private static double hour(String bands, Draw draw) {
        return Integer.parseInt(Figures.choice(bands).draw(draw)) + draw.uniform(0, HOURS_A_BAND);
    }

    private static double hoursToRecord(OffenceGroup group, Draw draw) {
        double kind = draw.unit();
        if (kind < group.figure("recorded_same_day")) {
            return Math.min(draw.exponential(Figures.of("hours_to_record")), 20);
        }
        if (kind < group.figure("recorded_within_24h")) {
            return draw.uniform(6, 24);
        }
        return 24 + draw.exponential(60);
    }

    private static long committedEnd(
            OffenceGroup group, String place, long reportedAt, ForceCalendar calendar, Draw draw) {
        if (draw.chance(group.figure("non_recent"))) {
            return reportedAt - ForceCalendar.days(draw.uniform(1.1, 25) * 365);
        }
        double median = group.figure("days_to_report") * Figures.of("sooner." + place, 1);
        double days = Math.min(draw.longTailed(median, Figures.of("tail_of_reports")), 360);
        long end = reportedAt - ForceCalendar.days(days) - 10 * ForceCalendar.MINUTE;
        if (days < 1 || group.figure("course_of_conduct") > 0) {
            return end;
        }
        // Older than a day: the hour follows the offence, not the report.
        return calendar.hourOf(calendar.dayOf(end) - 1, hour("night_hours", draw));
    }

    private static long length(OffenceGroup group, Draw draw) {
        if (group.figure("course_of_conduct") > 0) {
            return ForceCalendar.days(Math.min(draw.exponential(45), 300));
        }
        double hours = draw.chance(Figures.of("long_interval")) ? draw.uniform(4, 36) : draw.exponential(0.6);
        return (long) (hours * ForceCalendar.HOUR);
    }

    private static long midnightBefore(long instant, ForceCalendar calendar) {
        long earliest = calendar.midnight(0) - 300 * ForceCalendar.DAY;
        return instant < earliest ? instant : calendar.midnight(calendar.dayOf(instant));
    }
}
