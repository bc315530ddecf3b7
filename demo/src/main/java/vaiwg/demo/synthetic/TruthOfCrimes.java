package vaiwg.demo.synthetic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import vaiwg.demo.synthetic.TrueFigures.View;
import vaiwg.schemas.CharacteristicStatus;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.PlaceType;
import vaiwg.schemas.Suspect;

/** What the crimes themselves say, whatever became of them. */
final class TruthOfCrimes {
    private static final Set<PlaceType> PUBLIC =
            Set.of(PlaceType.STREET, PlaceType.TRANSPORT, PlaceType.LICENSED_PREMISES, PlaceType.OPEN_SPACE);
    private static final Set<String> CLOSE = Set.of("EX_INTIMATE", "INTIMATE", "FAMILY");
    private static final String DOMESTIC_ABUSE = "DOMESTIC_ABUSE";
    private static final Duration DAY = Duration.ofHours(24);
    private static final View YEAR = View.recorded(TrueFigures.YEAR);
    private static final View QUARTER = View.recorded(90);
    private static final View FOUR_WEEKS_ON = View.settled(28);

    private final TrueFigures figures;
    private final TruthOfPlaces places;
    private Ending ending;
    private CrimeRecording crime;
    private int day;

    TruthOfCrimes(TrueFigures figures, TruthOfPlaces places) {
        this.figures = figures;
        this.places = places;
    }

    /** Takes a crime that stands. */
    void add(Ending standing) {
        ending = standing;
        crime = standing.crime();
        day = standing.recordedDay();
        ofAnyOffence();
        if (ending.isOf(Theme.VAIWG)) {
            figures.count("recorded_offences", YEAR, day);
            inPublic();
            howItWasRecorded();
            howItIsLinked();
        }
    }

    private void ofAnyOffence() {
        boolean close = crime.getSuspects().stream()
                .map(Suspect::getRelationship)
                .anyMatch(relationship -> relationship != null && CLOSE.contains(relationship));
        if (close && ending.victimAge() >= 16) {
            figures.share("da_flag_missing", YEAR, day, !isMarked(crime));
        }
        if (Boolean.TRUE.equals(crime.getN100())) {
            CrimeRecording then = ending.asOfDay(28);
            String code = then == null ? null : then.getOffenceCode();
            boolean rape = code != null && then != null && Theme.RAPE.holds(code, then.getFlags());
            figures.share("n100_confirmed_28d", FOUR_WEEKS_ON, day, rape);
            figures.share("n100_open_28d", FOUR_WEEKS_ON, day, then != null && (code == null || code.equals("N100")));
        }
    }

    private void inPublic() {
        boolean sexual = ending.isOf(Theme.RAPE) || ending.isOf(Theme.OTHER_SEXUAL);
        if (!isFemale() || !isRecent() || !sexual && !ending.isOf(Theme.STALKING_HARASSMENT)) {
            return;
        }
        if (crime.getPlaceType() == PlaceType.EDUCATION && ending.victimAge() >= 0 && ending.victimAge() < 18) {
            figures.count("education_offences", YEAR, day);
            figures.count("education_rate", YEAR, day);
        }
        if (crime.getPlaceType() == null || !PUBLIC.contains(crime.getPlaceType())) {
            return;
        }
        figures.count("public_space_offences", YEAR, day);
        figures.count("public_space_rate", YEAR, day);
        places.add(ending.ties().cell(), day);
        CrimeRecording then = ending.asOfDay(28);
        figures.share(
                "suspect_identified_28d",
                FOUR_WEEKS_ON,
                day,
                then != null && !then.getSuspects().isEmpty());
        if (sexual) {
            whenInPublic();
        }
    }

    private void whenInPublic() {
        if (isStartKnown()) {
            LocalTime began =
                    crime.getCommittedFrom().atZone(ForceCalendar.LONDON).toLocalTime();
            figures.share("night_time_share", YEAR, day, began.getHour() >= 20 || began.getHour() < 6);
        }
        Instant end = crime.getCommittedTo();
        if (end != null
                && crime.getReportedAt() != null
                && !crime.getReportedAt().isBefore(end)) {
            Duration until = Duration.between(end, crime.getReportedAt());
            figures.share("prompt_reporting", YEAR, day, until.compareTo(DAY) < 0);
            figures.number("hours_to_report_median", 50, YEAR, day, until.toHours());
        }
    }

    private boolean isStartKnown() {
        if (crime.getCommittedFrom() == null) {
            return false;
        }
        if (crime.getCommittedTo() == null) {
            return crime.getCommittedFrom()
                            .atZone(ForceCalendar.LONDON)
                            .toLocalTime()
                            .toNanoOfDay()
                    != 0;
        }
        Duration length = Duration.between(crime.getCommittedFrom(), crime.getCommittedTo());
        return !length.isNegative() && length.compareTo(Duration.ofHours(4)) <= 0;
    }

    private boolean isFemale() {
        return ending.isOfPerson()
                && crime.getVictim().getSex() != null
                && crime.getVictim().getSex().getStatus() == CharacteristicStatus.VALUE
                && "female".equals(crime.getVictim().getSex().getValue());
    }

    private boolean isRecent() {
        Instant committed = crime.getCommittedFrom() == null ? crime.getCommittedTo() : crime.getCommittedFrom();
        return committed != null && day - Ending.day(committed) <= 365;
    }

    private void howItWasRecorded() {
        Instant over = crime.getCommittedTo() == null ? crime.getCommittedFrom() : crime.getCommittedTo();
        if (over != null && Ending.day(over) <= day) {
            figures.number("recording_latency_p95", 95, View.recorded(28), day, day - Ending.day(over));
        }
        Instant reported = crime.getReportedAt();
        if (reported != null
                && !crime.getTransferredIn()
                && !crime.getRecordedAt().isBefore(reported)) {
            Duration until = Duration.between(reported, crime.getRecordedAt());
            figures.share("recorded_within_24h", YEAR, day, until.compareTo(DAY) <= 0);
            figures.number("hours_to_record_p90", 90, YEAR, day, until.toHours());
        }
        if (ending.isOf(Theme.STALKING_HARASSMENT)) {
            String first = ending.versions.get(0).getOffenceCode();
            boolean both = Theme.STALKING_HARASSMENT.holds(first, Set.of());
            figures.share("reclassified_share", YEAR, day, both && isStalking(first) != isStalking(code()));
        }
        if (isMarked(crime)) {
            CrimeRecording first = ending.versions.stream()
                    .filter(TruthOfCrimes::isMarked)
                    .findFirst()
                    .orElseThrow();
            long delay = ChronoUnit.MILLIS.between(crime.getRecordedAt(), first.getChangedAt());
            figures.share("da_flag_late", YEAR, day, delay > DAY.toMillis());
            figures.below("dvpo_rate", YEAR, day);
        }
        if (crime.getFlags().contains("HATE_GENDER")) {
            figures.count("gender_hate_marked", YEAR, day);
        }
    }

    private void howItIsLinked() {
        if (ending.isOfPerson()) {
            figures.share("linkage_victim", QUARTER, day, ending.victimIsLinked());
        }
        if (!crime.getSuspects().isEmpty()) {
            figures.share("linkage_suspect", QUARTER, day, ending.suspectsAreLinked());
            if (isStalking(code())) {
                figures.below("spo_applied_rate", YEAR, day);
            }
        }
        if (ending.isOf(Theme.RAPE)) {
            figures.below("devices_examined", YEAR, day);
        }
    }

    private String code() {
        return crime.getOffenceCode();
    }

    private static boolean isStalking(String code) {
        return "8Q".equals(code);
    }

    private static boolean isMarked(CrimeRecording version) {
        return version.getFlags().contains(DOMESTIC_ABUSE);
    }
}
