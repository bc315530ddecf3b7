package vaiwg.board.figures;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Priority;

/** The measures as they were when a snapshot was published, in the order of their areas' pages. */
public final class MeasureDictionary {
    private final Map<String, MeasureEntry> bySlug = new TreeMap<>();

    public MeasureDictionary(Collection<MeasureEntry> entries) {
        entries.forEach(entry -> bySlug.put(entry.kpi(), entry));
    }

    public Optional<MeasureEntry> find(String kpi) {
        return Optional.ofNullable(bySlug.get(kpi));
    }

    /** The strategy's areas, in its order, and after them those of sites of which there are measures, by their slugs. */
    public List<Priority> areas() {
        List<Priority> shipped = Priority.shipped();
        Map<String, Priority> further = new TreeMap<>();
        for (MeasureEntry entry : bySlug.values()) {
            if (shipped.stream().noneMatch(area -> area.slug().equals(entry.area()))) {
                further.putIfAbsent(entry.area(), Priority.published(entry.area(), entry.owner()));
            }
        }
        return Stream.concat(shipped.stream(), further.values().stream()).toList();
    }

    public List<MeasureEntry> ofArea(String area) {
        return bySlug.values().stream()
                .filter(entry -> entry.area().equals(area))
                .sorted(Comparator.comparingInt(MeasureEntry::row).thenComparing(MeasureEntry::title))
                .toList();
    }

    public Collection<MeasureEntry> all() {
        return List.copyOf(bySlug.values());
    }
}
