package vaiwg.board.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;

/**
 * Grafana's boards, made from the catalogue of measures: what a figure is called, counts, is good for and is owned by stands there
 * and nowhere else.
 */
public final class Boards {
    private final Catalogue catalogue;

    public Boards(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The text of each board's file under its name. */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        all().forEach(board -> files.put(board.name() + ".json", board.json()));
        return files;
    }

    private List<Board> all() {
        List<Board> boards = new ArrayList<>();
        boards.add(new OverviewBoard(this).board());
        for (Priority priority : Priority.values()) {
            boards.add(new AreaBoard(this, priority).board());
        }
        boards.add(new AttritionBoard(this).board());
        boards.add(new CharacteristicsBoard(this).board());
        boards.add(new StalkingBoard(this).board());
        boards.add(new QualityBoard(this).board());
        boards.add(PipelineBoard.board());
        boards.add(DefinitionsBoard.board());
        return boards;
    }

    /** The measures of an area, in the order of its file. */
    List<Measure> of(Priority priority) {
        return catalogue.measures().stream()
                .filter(measure -> measure.priority() == priority)
                .toList();
    }

    /** The measure of this name. */
    Measure measure(String slug) {
        return catalogue.measures().stream()
                .filter(measure -> measure.slug().equals(slug))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the catalogue has no measure " + slug + " to put on a board"));
    }

    /** How boards show it. */
    Shown shown(String slug) {
        return Shown.of(measure(slug)).orElseThrow();
    }
}
