package vaiwg.board.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of a report, whatever form it is given.
 *
 * @param id by which it is found, such as {@code rape}
 * @param lead what it shows, in a sentence or two; may be empty
 * @param blocks from the top; none that says nothing
 */
public record Page(String id, String title, String lead, List<Block> blocks) {
    /** A block that no page shows. */
    static final Block NOTHING = new Block.Sentences("", List.of());

    /** One without the blocks that have nothing to show. */
    static Page of(String id, String title, String lead, Block... blocks) {
        return new Page(
                id,
                title,
                lead,
                Stream.of(blocks).filter(block -> !block.isEmpty()).toList());
    }

    /** The figures that stand in a block's table. */
    static Stream<Figure> figures(Block block) {
        if (block instanceof Block.Pair pair) {
            return Stream.of(pair.left(), pair.right()).flatMap(Page::figures);
        }
        if (block instanceof Block.FiguresTable table) {
            return table.rows().stream()
                    .flatMap(row -> Stream.concat(
                            Stream.of(row.figure()), row.beside().stream().map(Block.Bar::figure)));
        }
        if (block instanceof Block.Grid grid) {
            return grid.lines().stream().flatMap(line -> line.cells().stream()).flatMap(cell -> cell.figure().stream());
        }
        return block instanceof Block.Promises promises
                ? promises.promises().stream()
                        .flatMap(promise -> promise.figure().stream())
                        .map(Block.Row::figure)
                : Stream.empty();
    }

    /** The same with a last block, where that has something to show. */
    Page and(Block last) {
        return new Page(
                id,
                title,
                lead,
                Stream.concat(blocks.stream(), Stream.of(last).filter(block -> !block.isEmpty()))
                        .toList());
    }

    /** What it says that words mean: of a measure's page what it counts. */
    public String definitions() {
        return blocks.stream()
                .filter(block -> block instanceof Block.Definitions)
                .flatMap(block -> ((Block.Definitions) block).definitions().stream())
                .map(Block.Definition::text)
                .collect(Collectors.joining(" "));
    }
}
