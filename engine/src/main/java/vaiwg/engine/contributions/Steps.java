package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.engine.contributions.Step.Setting;
import vaiwg.kpis.cases.Version;

/**
 * The steps of a subject as known at an instant, none twice. A subject can have very many, and an event changes few of them: so each is
 * only held beside its setting until it turns out to be one of these.
 */
final class Steps {
    static final Steps NONE = new Steps(0);

    private final List<Version> versions;
    private final List<Setting<?>> settings;

    /** @param most how many there may be */
    Steps(int most) {
        versions = new ArrayList<>(most);
        settings = new ArrayList<>(most);
    }

    <V extends Version> void add(V version, Setting<V> setting) {
        versions.add(version);
        settings.add(setting);
    }

    /** The steps that only one of two states has: 1 for one that is of this, -1 for one that is of the other. */
    Map<Step<?>, Integer> minus(Steps other) {
        if (versions.isEmpty() && other.versions.isEmpty()) {
            return Map.of();
        }
        CommonEnds common = CommonEnds.of(
                versions.size(),
                other.versions.size(),
                (place, otherPlace) -> versions.get(place) == other.versions.get(otherPlace)
                        && settings.get(place).equals(other.settings.get(otherPlace)));
        if (common.isAllOf(versions.size()) && common.isAllOf(other.versions.size())) {
            return Map.of();
        }
        Map<Step<?>, Integer> difference = new LinkedHashMap<>();
        other.steps(common).forEach(step -> difference.put(step, -1));
        for (Step<?> step : steps(common)) {
            if (difference.remove(step) == null) {
                difference.put(step, 1);
            }
        }
        return difference;
    }

    private List<Step<?>> steps(CommonEnds common) {
        List<Step<?>> steps = new ArrayList<>();
        for (int i = common.first(); i < versions.size() - common.last(); i++) {
            steps.add(step(versions.get(i), settings.get(i)));
        }
        return steps;
    }

    /** Both were added together. */
    @SuppressWarnings("unchecked")
    private static <V extends Version> Step<V> step(Version version, Setting<V> setting) {
        return new Step<>((V) version, setting);
    }
}
