#pragma once

/// Asks the C library for two heaps instead of one for almost each thread, and to give large pieces
/// back to the system at once. To be called first; where the library cannot, nothing happens.
///
/// In a large scan a hundred thousand values are made on one thread and freed on another, and lists
/// of them come and go: with the usual settings what is free in one heap is of no use to another.
void memory_keep_together(void);
