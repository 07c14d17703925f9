"""News text into ordered events. (Public names follow as the package grows.)"""
