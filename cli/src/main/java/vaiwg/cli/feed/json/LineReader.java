package vaiwg.cli.feed.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of an input, without their ends, in one buffer that is used again. A line longer than {@link #LONGEST} is passed over
 * and marked, so that an input without line ends takes no more memory than any other.
 */
public final class LineReader implements AutoCloseable {
    /** The longest line that is read, in bytes: four times the largest record. */
    public static final int LONGEST = 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST + 64 * 1024];
    private int next;
    private int end;
    private boolean ended;
    private long number;
    private int from;
    private int length;
    private boolean tooLong;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line that is not blank; false at the end of the input. */
    public boolean advance() throws IOException {
        while (readLine()) {
            number++;
            skipByteOrderMark();
            trim();
            if (length > 0 || tooLong) {
                return true;
            }
        }
        return false;
    }

    /** The line's number, from 1; blank lines count. */
    public long number() {
        return number;
    }

    /** The bytes that hold the line, until the next {@link #advance}. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the line begins in {@link #buffer}. */
    public int from() {
        return from;
    }

    /** How many bytes the line has; of one that is too long, those of its beginning. */
    public int length() {
        return length;
    }

    /** Whether the line is longer than {@link #LONGEST}. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** Whether the next line would have to be waited for. */
    public boolean wouldWait() throws IOException {
        return next == end && !ended && in.available() == 0;
    }

    private boolean readLine() throws IOException {
        tooLong = false;
        int scanned = next;
        while (true) {
            for (; scanned < end; scanned++) {
                if (buffer[scanned] == '\n') {
                    from = next;
                    length = scanned - next;
                    next = scanned + 1;
                    tooLong |= length > LONGEST;
                    return true;
                }
            }
            if (ended) {
                from = next;
                length = end - next;
                next = end;
                tooLong |= length > LONGEST;
                return length > 0;
            }
            if (end == buffer.length) {
                scanned = makeRoom(scanned);
            }
            int read = in.read(buffer, end, buffer.length - end);
            ended = read < 0;
            end += Math.max(0, read);
        }
    }

    /** Moves the line's beginning to the front; of a line that fills the whole buffer its end is passed over. */
    private int makeRoom(int scanned) {
        if (next == 0) {
            tooLong = true;
            end = LONGEST;
            return end;
        }
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= next;
        int moved = scanned - next;
        next = 0;
        return moved;
    }

    private void skipByteOrderMark() {
        if (number == 1
                && length >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                        buffer, from, from + BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            from += BYTE_ORDER_MARK.length;
            length -= BYTE_ORDER_MARK.length;
        }
    }

    private void trim() {
        while (length > 0 && buffer[from + length - 1] <= ' ' && buffer[from + length - 1] >= 0) {
            length--;
        }
        while (length > 0 && buffer[from] <= ' ' && buffer[from] >= 0) {
            from++;
            length--;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
