package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.demo.synthetic.TrueFigures.View;

/** Crimes by what went before them for the same victim. */
final class TruthOfRepeats {
    private static final View YEAR = View.recorded(TrueFigures.YEAR);

    private final TrueFigures figures;
    private final Map<String, List<TiedCrime>> byVictim = new HashMap<>();

    TruthOfRepeats(TrueFigures figures) {
        this.figures = figures;
    }

    /** Takes a crime that stands. */
    void add(TiedCrime crime) {
        if (crime.ties().victim() != null && (crime.domestic() || crime.isStalkingOr8L())) {
            byVictim.computeIfAbsent(crime.ties().victim().id(), id -> new ArrayList<>(1))
                    .add(crime);
        }
    }

    /** Once all crimes are there. */
    void count() {
        byVictim.values().forEach(crimes -> crimes.forEach(crime -> count(crime, crimes)));
    }

    private void count(TiedCrime crime, List<TiedCrime> ofTheVictim) {
        List<TiedCrime> before =
                ofTheVictim.stream().filter(other -> other.wentBefore(crime)).toList();
        if (crime.domestic()) {
            List<TiedCrime> abuse = before.stream().filter(TiedCrime::domestic).toList();
            figures.share("repeat_victimisation", YEAR, crime.day(), !abuse.isEmpty());
            if (!abuse.isEmpty()) {
                boolean same = abuse.stream().anyMatch(crime::sharesSuspectWith);
                figures.share("repeat_victimisation_same_suspect", YEAR, crime.day(), same);
            }
        }
        if (crime.isStalking() && crime.ties().suspect() != null) {
            boolean again = before.stream().filter(TiedCrime::isStalkingOr8L).anyMatch(crime::sharesSuspectWith);
            figures.share("repeat_stalking_suspect", YEAR, crime.day(), again);
        }
    }
}
