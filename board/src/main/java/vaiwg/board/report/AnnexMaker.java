package vaiwg.board.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.kpis.catalogue.Priority;

/** Makes the tables of the measures that are on no page, by area, of protected characteristics by policing area, and of duties by groups of victims. */
final class AnnexMaker {
    private final Material material;

    AnnexMaker(Material material) {
        this.material = material;
    }

    List<AnnexTable> make() {
        return Arrays.stream(Priority.values())
                .flatMap(area -> Stream.concat(onNoPage(area), ofVictims(area)))
                .toList();
    }

    private Stream<AnnexTable> ofVictims(Priority area) {
        return switch (area) {
            case RECORDING -> new CharacteristicsByArea(material).tables().stream();
            case ENGAGEMENT -> new DutiesByGroup(material).tables().stream();
            default -> Stream.empty();
        };
    }

    private Stream<AnnexTable> onNoPage(Priority area) {
        return material.dictionary().ofArea(area.slug()).stream()
                .filter(measure -> measure.place() == MeasureEntry.Place.ANNEX && !measure.restricted())
                .flatMap(measure -> table(measure).stream());
    }

    private Optional<AnnexTable> table(MeasureEntry measure) {
        Optional<Reading> reading = ThemeTable.reading(material, measure);
        return reading.filter(read -> material.now().has(read.of(measure.kpi(), "")))
                .map(read -> new AnnexTable(
                        AreaTitles.of(measure.area()),
                        measure.title(),
                        measure.definition(),
                        new ThemeTable(material)
                                .of(
                                        measure,
                                        read,
                                        ThemeTable.slices(material, measure, read, false),
                                        "",
                                        material.onStreams(measure.kpi()))));
    }
}
