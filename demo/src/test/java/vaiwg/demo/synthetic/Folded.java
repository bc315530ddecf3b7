package vaiwg.demo.synthetic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.Outcome;

/** What a history comes to when the highest version of each record wins: the plainest reading of the events, for the tests. */
final class Folded {
    private static final Set<String> RAPE = Set.of("19C", "19D", "19E", "19F", "19G", "19H");
    private static final Set<String> OTHER_SEXUAL = Set.of(
            "17A", "17B", "20A", "20B", "21", "22A", "22B", "23", "70", "71", "72", "73", "88A", "88C", "88D", "88E");
    private static final Set<String> STALKING_HARASSMENT = Set.of("8L", "8M", "8Q", "8R");

    static final Map<String, Predicate<CrimeRecording>> THEMES = Map.of(
            "rape", crime -> RAPE.contains(crime.getOffenceCode()),
            "other_sexual", crime -> OTHER_SEXUAL.contains(crime.getOffenceCode()),
            "stalking_harassment", crime -> STALKING_HARASSMENT.contains(crime.getOffenceCode()),
            "domestic_abuse", crime -> crime.getFlags().contains("DOMESTIC_ABUSE"),
            "vaiwg",
                    crime -> crime.getFlags().contains("DOMESTIC_ABUSE")
                            || RAPE.contains(crime.getOffenceCode())
                            || OTHER_SEXUAL.contains(crime.getOffenceCode())
                            || STALKING_HARASSMENT.contains(crime.getOffenceCode()));

    private final Map<String, CrimeRecording> crimes = new HashMap<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();

    void take(FeedRecord record) {
        if (record.value() instanceof CrimeRecording crime) {
            if (!Boolean.TRUE.equals(crime.getIncidentOnly())) {
                crimes.merge(record.key(), crime, (a, b) -> a.getVersion() >= b.getVersion() ? a : b);
            }
        } else if (record.value() instanceof Outcome outcome) {
            outcomes.merge(record.key(), outcome, (a, b) -> a.getVersion() >= b.getVersion() ? a : b);
        }
    }

    Map<String, CrimeRecording> crimes() {
        return crimes;
    }

    Map<String, Outcome> outcomes() {
        return outcomes;
    }

    long recorded(String theme) {
        return crimes.values().stream().filter(crime -> counts(crime, theme)).count();
    }

    long withOutcome(String theme, String type) {
        return crimes.values().stream()
                .filter(crime -> counts(crime, theme))
                .filter(crime -> outcomes.containsKey(crime.getCrimeReference()))
                .filter(crime ->
                        type.equals(outcomes.get(crime.getCrimeReference()).getOutcomeType()))
                .count();
    }

    boolean counts(CrimeRecording crime, String theme) {
        return crime.getStatus() == CrimeStatus.ACTIVE
                && !OffenceCodes.REPORTED_RAPE.equals(crime.getOffenceCode())
                && THEMES.get(theme).test(crime);
    }
}
