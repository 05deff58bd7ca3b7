snap --keys 'j<Nonsense>' data/articles
