package vaiwg.board;

/** One way in which a measure is read: a basis and a window, by their published names. */
record View(String basis, String window) {}
