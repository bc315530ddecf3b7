package vaiwg.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import vaiwg.demo.synthetic.Draw;
import vaiwg.statistics.signals.charts.Block;

/** A stock in which nothing changes: cases come by chance and stay for a time that chance makes, as they have always done. */
final class StudiedStock {
    private static final double DAYS_A_BLOCK = 28;
    /** Of cases that came earlier than so many times the mean stay before the first block, about one in four hundred is still there. */
    private static final int TIMES_THE_STAY = 6;

    private StudiedStock() {}

    /**
     * Blocks with the level at their end and at their beginning.
     *
     * @param arrivals in a block, on average
     * @param stay in days, on average
     */
    static List<Block> blocks(int number, double arrivals, double stay, Draw draw) {
        int[] level = new int[number + 1];
        int before = (int) Math.ceil(TIMES_THE_STAY * stay / DAYS_A_BLOCK);
        for (int block = -before; block <= number; block++) {
            for (int left = draw.poisson(arrivals); left > 0; left--) {
                double gone = block - draw.unit() + draw.exponential(stay) / DAYS_A_BLOCK;
                for (int end = Math.max(0, block); end <= number && end < gone; end++) {
                    level[end]++;
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (int end = 1; end <= number; end++) {
            blocks.add(block(end, level).after(block(end - 1, level)));
        }
        return blocks;
    }

    private static Block block(int end, int[] level) {
        return new Block((int) DAYS_A_BLOCK * end, level[end], 0);
    }
}
