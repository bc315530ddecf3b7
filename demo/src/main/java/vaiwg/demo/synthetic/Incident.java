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
    private static final double NO_TIME = 0.03;
    private static final double UNKNOWN_TIME = 0.05;
    private static final double LONG_INTERVAL = 0.15;
    private static final double NO_END = 0.08;
    private static final int HOURS_A_BAND = 6;

    /** An instant of the day at which a crime is recorded: more of them in the afternoon than at night. */
    static long recordingTime(int day, ForceCalendar calendar, Draw draw) {
        return calendar.hourOf(day, hour("recording_hours", draw));
    }

    static Incident of(CasePlan plan, long recordedAt, ForceCalendar calendar, Draw draw) {
        OffenceGroup group = plan.group();
        long reportedAt = recordedAt - (long) (hoursToRecord(draw) * ForceCalendar.HOUR);
        String area = Figures.choice("areas").draw(draw);
        String place = group.choice("places").draw(draw);
        Long from = null;
        Long to = null;
        if (!draw.chance(NO_TIME)) {
            long end = committedEnd(group, reportedAt, calendar, draw);
            from = end - length(group, draw);
            to = draw.chance(NO_END) ? null : (Long) end;
            if (draw.chance(UNKNOWN_TIME)) {
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

    private static double hour(String bands, Draw draw) {
        return Integer.parseInt(Figures.choice(bands).draw(draw)) + draw.uniform(0, HOURS_A_BAND);
    }

    private static double hoursToRecord(Draw draw) {
        double kind = draw.unit();
        if (kind < Figures.of("recorded_same_day")) {
            return Math.min(draw.exponential(Figures.of("hours_to_record")), 20);
        }
        if (kind < Figures.of("recorded_within_24h")) {
            return draw.uniform(6, 24);
        }
        return 24 + draw.exponential(60);
    }

    private static long committedEnd(OffenceGroup group, long reportedAt, ForceCalendar calendar, Draw draw) {
        if (draw.chance(group.figure("non_recent"))) {
            return reportedAt - (long) (draw.uniform(1.1, 25) * 365 * ForceCalendar.DAY);
        }
        double days = Math.min(draw.exponential(group.figure("days_to_report")), 360);
        long end = reportedAt - (long) (days * ForceCalendar.DAY) - 10 * ForceCalendar.MINUTE;
        if (days < 1 || group.figure("course_of_conduct") > 0) {
            return end;
        }
        // Older than a day: the hour follows the offence, not the report.
        return calendar.hourOf(calendar.dayOf(end) - 1, hour("night_hours", draw));
    }

    private static long length(OffenceGroup group, Draw draw) {
        if (group.figure("course_of_conduct") > 0) {
            return (long) (Math.min(draw.exponential(45), 300) * ForceCalendar.DAY);
        }
        double hours = draw.chance(LONG_INTERVAL) ? draw.uniform(4, 36) : draw.exponential(0.6);
        return (long) (hours * ForceCalendar.HOUR);
    }

    private static long midnightBefore(long instant, ForceCalendar calendar) {
        long earliest = calendar.midnight(0) - 300 * ForceCalendar.DAY;
        return instant < earliest ? instant : calendar.midnight(calendar.dayOf(instant));
    }
}
