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

    /** Live objects of this JVM, in bytes, after a full collection. */
    static long liveBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
