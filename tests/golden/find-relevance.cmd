find --articles --sort relevance 工会 data/articles
