package vaiwg.bench.scale;

import vaiwg.bench.results.ResultsFile;

/** One question of scale. */
@FunctionalInterface
interface Section {
    /** What was measured, with facts of its own. */
    ResultsFile measure(Trial trial) throws Exception;
}
