"""Where a working group writes, talks and keeps its papers: texts in sections with every version of them."""
