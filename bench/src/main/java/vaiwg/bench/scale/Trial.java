package vaiwg.bench.scale;

import vaiwg.bench.measure.Scratch;

/**
 * What a section is measured with.
 *
 * @param full whether at its full size, or only to see that it works
 * @param scratch for folders on the disk that is measured
 */
record Trial(boolean full, long seed, Scratch scratch) {
    /** One of two. */
    <T> T of(T small, T whole) {
        return full ? whole : small;
    }

    /** Something to tell a person who waits. */
    void say(String text) {
        System.err.println("  " + text);
    }

    /**
     * Live objects of this JVM, in bytes, after full collections until one finds no more: what is held until a reference to it has been
     * handled is not found by the first, and would later seem to be given back by what is measured.
     */
    static long liveBytes() {
        long live = Long.MAX_VALUE;
        long before;
        do {
            before = live;
            System.gc();
            live = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        } while (live < before);
        return live;
    }
}
