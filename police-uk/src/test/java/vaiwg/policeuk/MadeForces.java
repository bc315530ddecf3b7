package vaiwg.policeuk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An archive of forces that nobody has, from a seed: crimes of several types, repeated ids, outcomes that follow one another. */
final class MadeForces {
    static final int FORCES = 12;
    /** The force of which more crimes are charged than of any other. */
    static final String APART = "force-l";

    private static final String VIOLENCE = "Violence and sexual offences";
    private static final int MONTHS = 8;
    private static final int CRIMES = 90;
    private static final List<String> OUTCOMES = List.of(
            "Unable to prosecute suspect",
            "Unable to prosecute suspect",
            "Unable to prosecute suspect",
            "Investigation complete; no suspect identified",
            "Local resolution",
            "Suspect charged");
    private static final List<String> COURT = List.of("Offender sent to prison", "Defendant found not guilty");

    private final Random random = new Random(7);
    private final HandMadeArchive archive = new HandMadeArchive();

    private MadeForces() {}

    /** January to August 2024 of {@link #FORCES} forces. */
    static HandMadeArchive archive() {
        MadeForces made = new MadeForces();
        for (int i = 0; i < FORCES; i++) {
            made.add("force-" + (char) ('a' + i), CRIMES + 15 * i);
        }
        return made.archive;
    }

    static String month(int number) {
        return "2024-0" + number;
    }

    private void add(String force, int crimes) {
        Map<Integer, List<String>> outcomes = new TreeMap<>();
        for (int month = 1; month <= MONTHS; month++) {
            List<String> street = new ArrayList<>();
            for (int i = 0; i < crimes; i++) {
                String id = force + "-" + month + "-" + i;
                street.add(HandMadeArchive.crime(id, month(month), random.nextInt(4) == 0 ? "Burglary" : VIOLENCE));
                // The same id again, as another type or the same: the last line is the crime.
                if (random.nextInt(40) == 0) {
                    street.add(HandMadeArchive.crime(id, month(month), random.nextBoolean() ? "Burglary" : VIOLENCE));
                }
                addOutcomes(force, id, month, outcomes);
            }
            archive.street(month(month), force, street.toArray(String[]::new));
        }
        for (int month = 1; month <= MONTHS; month++) {
            archive.outcomes(
                    month(month), force, outcomes.getOrDefault(month, List.of()).toArray(String[]::new));
        }
    }

    private void addOutcomes(String force, String id, int month, Map<Integer, List<String>> outcomes) {
        int at = Math.max(1, month - (random.nextInt(30) == 0 ? 1 : 0));
        for (int i = random.nextInt(5) == 0 ? 2 : 1; i > 0; i--) {
            at += random.nextInt(10) < 7 ? 0 : random.nextInt(6);
            String label = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            label = force.equals(APART) && random.nextInt(3) == 0 ? "Suspect charged" : label;
            add(outcomes, at, id, label);
            if (label.equals("Suspect charged") && random.nextBoolean()) {
                at += random.nextInt(3);
                add(outcomes, at, id, COURT.get(random.nextInt(COURT.size())));
            }
        }
    }

    private static void add(Map<Integer, List<String>> outcomes, int month, String id, String label) {
        if (month <= MONTHS) {
            outcomes.computeIfAbsent(month, none -> new ArrayList<>())
                    .add(HandMadeArchive.outcome(id, month(month), label));
        }
    }
}
