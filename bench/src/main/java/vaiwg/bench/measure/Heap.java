package vaiwg.bench.measure;

/** What is on the heap of this JVM. */
public final class Heap {
    private Heap() {}

    /**
     * Live objects, in bytes, after full collections until one finds no more: what is held until a reference to it has been handled is not
     * found by the first, and would later seem to be given back by what is measured.
     */
    public static long liveBytes() {
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
